"""Where an encoder's cosines lie, so that all encoders are judged on one scale.

Cosines of unrelated texts are near 0 with one encoder and near .8 with another. A table of asks and answers
in our own words tells: the cosine of a pair that belongs together, on average, and of one that does not.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np

from correspondence.matching.head import Vectors

UNLIKE, ALIKE = 0.052, 0.350  # with the shipped encoder; a test holds them
APART = 0.02  # an encoder that tells less is of no use

PAIRS = (
    (
        "They keep fining me for a form I never got.",
        "Penalties for a late tax return can be appealed against.",
    ),
    (
        "I can't get through to the doctor's in the morning.",
        "More appointments in general practice are being funded.",
    ),
    (
        "Our bins haven't been emptied for three weeks.",
        "Collecting household waste is a duty of the local council.",
    ),
    (
        "My landlord wants us out for no reason at all.",
        "Evictions without fault under section 21 will be abolished.",
    ),
    (
        "The potholes down our lane have wrecked my tyres.",
        "Councils receive money each year to maintain local roads.",
    ),
    (
        "I've worked since I was sixteen and my pension age keeps moving.",
        "The State Pension age for women was made equal with that of men.",
    ),
    (
        "Mum's carers come for ten minutes and then they are off.",
        "Adult social care must be of good quality and properly paid for.",
    ),
    (
        "My boy waits and waits to be seen about his autism.",
        "Waiting times for an assessment of autism are too long.",
    ),
    (
        "The water company pours filth in our river.",
        "Discharges of sewage from storm overflows must be reduced.",
    ),
    (
        "They've put the trains up again and they never run.",
        "Rail fares are regulated and operators are held to account for delays.",
    ),
    (
        "My wife's visa has been sitting there for nine months.",
        "Applications to join a spouse are decided by UK Visas and Immigration.",
    ),
    (
        "I can't pay the gas and electric this winter.",
        "The energy price cap limits what suppliers may charge for a unit.",
    ),
    (
        "Kids on motorbikes terrorise our estate every night.",
        "The police have new powers to deal with anti-social behaviour.",
    ),
    (
        "Please stop them cutting badgers down, it is cruel.",
        "Culling is one part of the strategy to eradicate bovine tuberculosis.",
    ),
    (
        "How can anyone buy a first home round here?",
        "Affordable houses will be built and first-time buyers supported.",
    ),
    (
        "The school can't afford teaching assistants any more.",
        "Core funding for schools is rising, with an allocation for each pupil.",
    ),
    (
        "I have to look after my husband all day and get a pittance.",
        "Carer's Allowance is paid to those who care for 35 hours a week.",
    ),
    (
        "They stopped my money because I missed one appointment at the jobcentre.",
        "Universal Credit may be reduced where a claimant does not meet commitments.",
    ),
    (
        "Those poor people in boats are drowning.",
        "Safe routes for refugees are offered, and smugglers are prosecuted.",
    ),
    (
        "Old soldiers are sleeping on the street.",
        "The Armed Forces Covenant supports veterans in finding somewhere to live.",
    ),
    (
        "Our post office is shutting and the bank has gone already.",
        "Access to cash and to postal services is protected in rural areas.",
    ),
    (
        "My broadband is so slow I can't work from home.",
        "Gigabit connections are being subsidised where the market does not reach.",
    ),
    (
        "The hospital lost my notes and cancelled my operation twice.",
        "The backlog of elective surgery in the National Health Service is being cut.",
    ),
    (
        "We should do far more about the climate before it is too late.",
        "Emissions of greenhouse gases will be brought to net zero by 2050.",
    ),
)


@dataclass(frozen=True)
class Scale:
    """How an encoder's cosines become those that the shipped one would give."""

    slope: float = 1.0
    offset: float = 0.0

    @classmethod
    def of(cls, unlike: float, alike: float) -> Self:
        """That of an encoder whose cosines lie so on average. ValueError where it tells nothing apart."""
        if not alike - unlike > APART:
            raise ValueError("alike and unlike texts have the same cosines")
        slope = (ALIKE - UNLIKE) / (alike - unlike)
        return cls(slope, UNLIKE - slope * unlike)

    def put(self, cosines: Vectors) -> Vectors:
        """The cosines on the shipped encoder's scale, -1..1."""
        placed = np.float32(self.slope) * cosines + np.float32(self.offset)
        return np.asarray(np.clip(placed, -1, 1), dtype=np.float32)


def places(asks: Vectors, answers: Vectors) -> tuple[float, float]:
    """The mean cosine of asks with others' answers, and with their own. Both (n, width), of length 1."""
    cosines = asks @ answers.T
    own = float(np.trace(cosines)) / len(cosines)
    others = (float(cosines.sum()) - float(np.trace(cosines))) / (cosines.size - len(cosines))
    return others, own
