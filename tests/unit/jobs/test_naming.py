from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from core.jobs.arrivals import STANDARD, priority
from core.jobs.model import Ending, Job, Outcome
from core.jobs.naming import Ids, to_ending, to_fields, to_job, to_result

JOBS = st.builds(Job, id=st.text(min_size=1), workspace=st.text(), thread=st.text(), premium=st.booleans())
ENDINGS = st.builds(Ending, outcome=st.sampled_from(Outcome), reason=st.text())
ARRIVALS = st.integers(min_value=0, max_value=STANDARD - 2)


@given(JOBS)
def test_a_job_comes_back_from_json_as_it_was(job: Job) -> None:
    assert to_job(json.loads(json.dumps(to_fields(job)))) == (job, Ids(job.id))


@given(ENDINGS)
def test_an_ending_comes_back_from_json_as_it_was(ending: Ending) -> None:
    assert to_ending(json.loads(json.dumps(to_result(ending)))) == ending


@given(st.text(min_size=1))
def test_the_workflows_of_a_job_have_ids_of_their_own(job: str) -> None:
    ids = Ids(job)
    assert len({ids.turn, ids.lane, ids.run, ids.announce, ids.tell, *ids.stops}) == 7


@given(ARRIVALS, ARRIVALS)
def test_who_comes_first_is_served_first_and_premium_before_all(one: int, other: int) -> None:
    assert (priority(one) < priority(other)) == (one < other)
    assert priority(one, premium=True) < priority(other)
    assert 1 <= priority(one) < 2**31
