"""Closed lists of words: what stands before, inside and after a name, and what is no name."""

_AS_WRITTEN = """
    Mr Mrs Ms Miss Mx Dr Prof Professor Rev Revd Reverend Sir Dame Lord Lady Baroness Cllr
    Councillor Capt Captain Maj Major Col Colonel Lt Lieutenant Sgt Sergeant Cpl Corporal Gen
    General Brig Brigadier Admiral Commander Cdr Wg Sqn Ldr Flt Father Fr Sister Canon Pastor Rabbi
    Imam Sheikh Bishop Archdeacon Judge Rt Right Hon Honourable The Master Alderman Mme Monsieur
    Inspector Constable PC WPC PCSO Very Most
    """.split()

TITLES = {title.lower(): title for title in _AS_WRITTEN} | {"doctor": "Dr", "mr's": "Mrs", "rev'd": "Revd"}
"""How each title is written, by its small letters without a dot."""

HONOURS = frozenset(
    """
    obe mbe cbe kbe dbe bem jp dl kc qc phd ba bsc ma msc mba llb llm bed pgce mphil dphil md mbbs
    mbchb frcs frcp mrcp mrcgp frcgp rgn rmn srn rn frsa fca aca acca ceng mice miet frgs fsa cb kcb
    cmg kcmg dso dsc mc gc gm vc td raf retd rtd esq esquire hons mrcvs mrics frics mp fba frs mcips
    cpfa riba arb rm mpharm bpharm
    """.split()
)
PARTICLES = frozenset(
    """
    van von de der den la le du di da das dos del della ter ten bin ibn bint al el ap y e of st zu
    af av vander abu ní ni nic uí ui ó mac
    """.split()
)
SHORT_NAMES = frozenset(
    """
    jo al ed bo li wu ng xu ho su ty vi mo di oz ma yu ye lu hu he an le do ha ray kim ali ian tom
    sam ben amy ann eve ivy jay joe kay ken kev lee leo liz max meg mia pam pat peg ron roy sid sue
    ted tim una val vic viv wes zoe ada asa ash bea deb don dot eli eva fay gus guy hal huw ida ira
    jan jed jim jon kai kit len les lou lyn mel nan ned nia pia raj rex rob rod ros sal sol tia tod
    wyn zac zak dan daz baz gaz jem jez bob bev dee abi ana aya bao jia lin min nur ola om ray rio
    roz sky taj uma yan yui
    """.split()
)
BODIES = frozenset(
    """
    council society association ltd limited plc llp group trust charity club church parish committee
    team office school union federation campaign network partnership centre company institute
    university foundation resident forum branch college academy league alliance coalition services
    service department ministry agency surgery practice hospital community nhs enterprises solutions
    party constituency newsletter helpdesk support enquiries info admin reception secretariat
    initiative project hub co-operative cooperative chamber guild fellowship mail mailer daemon
    postmaster subsystem mosque temple synagogue parliament watch rotary scouts
    """.split()
)
ROLES = frozenset(
    """
    chair chairman chairwoman chairperson secretary treasurer director manager clerk ceo headteacher
    head president trustee officer coordinator co-ordinator principal leader founder owner
    caseworker assistant governor governors member partner consultant adviser advisor editor vice
    deputy chief executive volunteer convenor organiser administrator teacher nurse engineer
    """.split()
)
STREETS = frozenset(
    """
    road rd street avenue ave drive crescent terrace gardens mews cottage farm house flat apartment
    lane close way court grove place square hill park green row view rise walk gate villas bungalow
    estate lodge barn
    """.split()
)
NOT_A_NAME = frozenset(
    """
    thank thanks please regards regard yours sincerely faithfully wishes kind kindest sent tel phone
    mobile email address road avenue crescent terrace gardens mews cottage farm house flat
    constituent constituents resident voter concerned worried anonymous anon name supplied withheld
    member parliament commons i we you my your our is are was were be been to for with this that not
    it on in at by as if so but or his her their they he she what why how when where who will would
    can could should do does did have has had monday tuesday wednesday thursday friday saturday
    sunday january february march april june july august september october november december dear
    hello hi hiya morning afternoon evening cheers love best all many much very mum dad mother
    father husband wife sir madam whom concern user unknown home me myself family regarding re fw
    fwd subject date cc iphone ipad android samsung outlook yahoo noreply no-reply contact customer
    look forward hearing soon reply response help need want know time united kingdom england
    scotland wales london yes no about from up out disgusted angry taxpayer pensioner citizen local
    lifelong labour conservative tory liberal tenant neighbour customer a.k.a attached enclosed enc
    encs copy page sadly amen peace shame nothing ps p.s same here there now then just also again
    still more less than because every each any some original message messages forwarded
    administrator webmaster everyone everybody guys folks mate kindly
    """.split()
)
