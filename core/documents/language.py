"""Words that splitting and ranking heed, of English, German, French, Spanish, Italian, Portuguese, Dutch."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


# Abbreviations that never end a sentence, without their last full stop.
NEVER_LAST = words(
    "mr mrs ms dr prof st vs e.g i.e cf viz ca approx incl excl resp gen gov sen rep capt rev hon "
    "bzw z.b d.h u.a o.ä vgl evtl ggf inkl exkl zzgl sog hr fr dipl mio mrd tsd "
    "mme mlle mm sr sra srta dra lic p.ej ej aprox av avda "
    "sig sigg sig.ra dott dott.ssa ing p.es es exmo exma "
    "dhr mevr drs bijv bv o.a d.w.z m.b.t t.o.v i.v.m"
)

# Abbreviations that stand before a number ("No. 5", "p. 12", "Dec. 3"); before a word they end the sentence.
BEFORE_NUMBER = words(
    "no nos nr fig figs eq p pp pg ch sec vol para art abs kap ziff bd s núm num n pág pag blz "
    "jan feb mar apr jun jul aug sep sept oct nov dec okt dez max min"
)

# What follows an ordinal that is written with a full stop: "am 3. Mai", "im 2. Quartal".
AFTER_ORDINAL = words(
    "januar februar märz april mai juni juli august september oktober november dezember "
    "quartal halbjahr jahrhundert januari februari maart kwartaal"
)

# Words that begin sentences: they decide after "Plan B." or "in the U.S.", which may go on ("J. Smith").
STARTERS = words(
    "a an the this that these those we it they he she you i our there here in if but and so when "
    "der die das ein eine wir es sie ich le la les un une nous il elle el los las una o os as nós "
    "lo gli noi de het een wij ze"
)

# Words too common to tell what a text is about.
COMMON = words(
    "a an and are as at be but by can do does for from had has have how if in into is it its no not of on "
    "or our she should so than that the their them then there these they this to us was we were what when "
    "where which who why will with would you your "
    "aber als am auch auf aus bei das dem den der des die ein eine einen einer für im ist mit nach nicht "
    "oder sich sie sind und uns von vor was wenn wie wir zu zum zur "
    "au aux avec ce ces dans du elle en est et il je la le les leur mais ne nos nous ou où par pas pour "
    "que qui sa se ses son sont sur un une vous "
    "al con como cuando de del el ella es esta este lo los las más para pero por se si sin sobre su sus "
    "una y che chi da dei della di e gli ha i nel non o per più sono "
    "com da das do dos ele em esta na nas nos num os ou para pela pelo quando se seu sua uma "
    "aan bij dat deze die een en er het hij ik ja je maar met naar niet om ook op te tot van voor wat ze "
    "zijn"
)
