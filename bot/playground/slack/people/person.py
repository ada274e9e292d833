"""A person in a workspace: what they say, do and see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.playground.slack.conversations import add_members, open_direct
from bot.playground.slack.modals import home_of
from bot.playground.slack.payloads.events import envelope
from bot.playground.slack.payloads.views import view_json
from bot.playground.slack.people import speaking
from bot.playground.slack.people.asking import run_command, use_shortcut
from bot.playground.slack.people.cannot import Cannot
from bot.playground.slack.people.clicking import click_message, click_view
from bot.playground.slack.people.outcome import Outcome
from bot.playground.slack.people.submitting import close, submit
from bot.playground.slack.people.uploads import Upload
from bot.playground.slack.records import Channel, Installation, Json, Message, User, View
from bot.playground.slack.site import Site


class Person:
    """One person; what Slack's own client would not let them do raises Cannot.

    Channels are given as records or ids, messages and views as records of any age: what counts is how they
    are now.
    """

    def __init__(self, site: Site, user: User) -> None:
        self._site = site
        self._world = site.world
        self._id = user.id
        self._chosen: dict[str, Json] = {}  # by message: what they chose in it

    @property
    def user(self) -> User:
        """Who they are now."""
        user = self._world.users.get(self._id)
        if user is None:
            raise Cannot(f"{self._id} is gone")
        return user

    @property
    def id(self) -> str:
        """Their user id."""
        return self._id

    @property
    def team(self) -> str:
        """The id of their workspace."""
        return self.user.team

    def _channel(self, channel: Channel | str) -> Channel:
        name = channel if isinstance(channel, str) else channel.id
        found = self._world.channels.get(name)
        if found is None:
            raise Cannot(f"there is no channel {name}")
        return found

    def _app(self) -> Installation:
        installation = self._world.installed(self.team)
        if installation is None:
            raise Cannot(f"{self._world.app.name} is not installed in {self.team}")
        return installation

    async def says(
        self,
        channel: Channel | str,
        text: str,
        *,
        files: Sequence[Upload] = (),
        thread_ts: str = "",
        broadcast: bool = False,
    ) -> Message:
        """Post a message, in a thread if one is given."""
        return speaking.say(
            self._world,
            self.user,
            self._channel(channel),
            text,
            files=files,
            thread_ts=thread_ts,
            broadcast=broadcast,
        )

    async def mentions_bot(
        self,
        channel: Channel | str,
        text: str,
        *,
        files: Sequence[Upload] = (),
        thread_ts: str = "",
    ) -> Message:
        """Post a message that begins with a mention of the bot."""
        place = self._channel(channel)
        bots = [bot.bot_user for team in (self.team, *place.teams) if (bot := self._world.installed(team))]
        if not bots:
            raise Cannot(f"there is no {self._world.app.name} to mention")
        return await self.says(place, f"<@{bots[0]}> {text}".strip(), files=files, thread_ts=thread_ts)

    def direct(self) -> Channel:
        """Their direct conversation with the bot, opened where it was not."""
        if not self._world.app.messages_tab:
            raise Cannot("sending messages to this app has been turned off")
        return open_direct(self._world, self.team, self.id, self._app().bot_user)

    async def tells_bot(self, text: str, *, files: Sequence[Upload] = (), thread_ts: str = "") -> Message:
        """Post a message in the direct conversation with the bot."""
        return await self.says(self.direct(), text, files=files, thread_ts=thread_ts)

    async def edits(self, message: Message, text: str) -> Message:
        """Change one of their own messages."""
        return speaking.edit(self._world, self.user, message, text)

    async def deletes(self, message: Message) -> None:
        """Take back one of their own messages."""
        speaking.take_back(self._world, self.user, message)

    async def joins(self, channel: Channel | str) -> Channel:
        """Join a public channel."""
        place = self._channel(channel)
        if place.kind != "public":
            raise Cannot(f"{place.name} is by invitation")
        return add_members(self._world, place, [self.id])

    async def invites_bot(self, channel: Channel | str) -> Channel:
        """Add the bot to a channel they are in."""
        return add_members(self._world, self._mine(channel), [self._app().bot_user])

    async def removes_bot(self, channel: Channel | str) -> Channel:
        """Take the bot out of a channel they are in."""
        place = self._mine(channel)
        return self._world.channels.put(replace(place, members=place.members - {self._app().bot_user}))

    def _mine(self, channel: Channel | str) -> Channel:
        place = self._channel(channel)
        if self.id not in place.members or place.kind in {"im", "mpim"}:
            raise Cannot(f"{self.user.name} cannot change who is in {place.name or place.id}")
        return place

    async def runs(self, command: str, text: str, channel: Channel | str) -> Outcome:
        """Run a slash command in a channel; there is no way to run one in a thread, or with files."""
        return await run_command(self._site, self.user, self._channel(channel), command, text)

    async def shortcut(self, callback_id: str) -> Outcome:
        """Use a global shortcut."""
        return await use_shortcut(self._site, self.user, callback_id, None)

    async def message_shortcut(self, callback_id: str, message: Message) -> Outcome:
        """Use a shortcut of a message's menu."""
        return await use_shortcut(self._site, self.user, callback_id, message)

    async def clicks(
        self, what: Message | View, action_id: str, value: object = None, *, block_id: str = ""
    ) -> Outcome:
        """Press a button, or choose `value` (an option's value, a list of them, a date, an id)."""
        if isinstance(what, View):
            return await click_view(self._site, self.user, what, action_id, value, block_id=block_id)
        chosen = self._chosen.setdefault(what.key, {})
        return await click_message(
            self._site, self.user, what, action_id, value, block_id=block_id, chosen=chosen
        )

    async def submits(self, view: View, values: Mapping[str, object] | None = None) -> Outcome:
        """Fill in a modal by action_id (files as Uploads) and send it off."""
        return await submit(self._site, self.user, view, values or {})

    async def closes(self, view: View, *, all_of_them: bool = False) -> Outcome | None:
        """Close a modal, or all that are stacked there; None where the app did not ask to hear of it."""
        return await close(self._site, self.user, view, all_of_them=all_of_them)

    async def opens_home(self) -> None:
        """Open the app's home tab."""
        if not self._world.app.home_tab:
            raise Cannot("the app has no home tab")
        self._opens("home")

    async def opens_messages(self) -> None:
        """Open the app's messages tab."""
        self.direct()
        self._opens("messages")

    def _opens(self, tab: str) -> None:
        installation = self._app()
        if "app_home_opened" not in self._world.app.events:
            return
        channel = open_direct(self._world, self.team, self.id, installation.bot_user)
        event: Json = {
            "type": "app_home_opened",
            "user": self.id,
            "channel": channel.id,
            "tab": tab,
            "event_ts": self._world.new_ts(),
        }
        view = self.home
        if tab == "home" and view:
            event["view"] = view_json(self._world, view)
        self._site.courier.post(envelope(self._world, installation, event))

    @property
    def home(self) -> View | None:
        """What their home tab shows."""
        return home_of(self._world, self.team, self.id)

    @property
    def modal(self) -> View | None:
        """The modal in front of them: of those open, the one that opened last."""
        mine = [v for v in self._world.views if v.user == self.id and v.kind == "modal" and v.is_open]
        return mine[-1] if mine else None

    def private(self, channel: Channel | str) -> list[Message]:
        """What only they see in a channel, oldest first."""
        place = self._channel(channel)
        return [m for m in self._world.ephemerals if m.viewer == self.id and m.channel == place.id]
