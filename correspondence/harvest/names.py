"""Patterns for people and posts, shared by the rules that read them. Capitals matter in all of them."""

import re

TITLE = (
    r"(?:(?:The )?(?:Rt\.? Hon\.?|Right Honourable)|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady"
    r"|Baroness|Cllr|Coun|Councillor|Rev|Revd|Reverend)\.?"
)
RANK = (
    r"(?:(?:Detective|Chief|Deputy|Assistant|Acting|Temporary|Police|Group|Station|Watch|Area|Rear|Vice|Air"
    r"|Lieutenant|Wing|Squadron|Brigade|Flight|Det|Dep|Ch) )*"
    r"(?:Constable|Sergeant|Inspector|Superintendent|Commander|Commissioner|Officer|Manager|PC|PCSO|DC|DS|DI|DCI"
    r"|Sgt|Insp|Supt|Major|Colonel|Captain|Lieutenant|General|Brigadier|Admiral|Marshal|Judge|Justice|Bishop"
    r"|Archbishop|Canon|Archdeacon|Father|Sister|Imam|Rabbi|Pastor|Nurse|Matron|Sheriff|Provost|Alderman)"
)
_PART = r"(?:(?:de|van|von|der|den|al|bin|la|le|ap|ab|ferch)\b|[A-ZÀ-Þ][\w’'-]*[^\W\d_]|[A-Z]\b\.?)"
NAME = rf"(?:{TITLE} )*[A-ZÀ-Þ][\w’'-]*[^\W\d_](?: (?!MP(?![a-z])|I [a-z]){_PART}){{1,3}}"
POST = (
    r"(?:[Tt]he|[Aa]n?) (?:[\w’'-]+ ){0,4}?(?:[Ss]ecretary|[Mm]inister|[Pp]resident|[Ll]eader|[Mm]ayor"
    r"|[Cc]hancellor|spokes(?:person|man|woman)|[Cc]ouncil|[Gg]overnment|[Oo]ffice|[Dd]epartment|[Cc]harity|union|[Pp]arty)"
)
MINISTER_OF = (  # a line of its own under a name
    r"(?:Shadow )?(?:Minister(?: of State)?|Secretary of State) for "
    r"(?:(?:[A-Z][\w’'-]*,?|and|of|the|&)(?: (?=\S)|$)){1,8}"
)
HELD_BY = re.compile(  # "Piers Minister Jo Field", "Head of Piers, Jo Field MP", and no "aide to Jo Field"
    r"(?!.*\b(?:spokes\w+|aide|source|friend|ally|adviser) (?:for|to|of) (?:the )?[A-Z])"
    r"[^,]*\b(?i:secretary|minister|leader|chancellor|mayor|executive|CEO|director|president|chair\w*|head|officer"
    rf"|MP|spokes\w+)(?:(?: (?:of|for|at) [^,]+)?,)? (?P<name>{NAME})(?: MP)?(?:, .*)?"
)
