"""What the lines say that a newspaper or website puts round a text: adverts, sharing, captions, notices."""

import re

from correspondence.harvest.names import NAME
from correspondence.harvest.phrases import one_of
from correspondence.harvest.reasons import ANOTHER_STORY, ASKED

BYLINE = "A byline."
SHARED = "An invitation to share, subscribe or follow."
STORIES = r"(?:(?: (?:stor(?:y|ies)|articles?|content|topics?|news|posts|links))?)"
PLACES = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|instagram|reddit|e-?mail|messenger|copy link|bluesky|threads"
    r"|tiktok|youtube|telegram|google news|apple news|snapchat)"
)
_AGENCY = r"(?:getty(?: images)?|pa(?: media| wire)?|reuters|afp|alamy|shutterstock|istock|rex features)"
_PICTURE = (
    r"(?:images?|photos?|pictures?|pics?|videos?|photograph(?:y|s)?|graphic|file (?:photo|image|picture))"
)
_OUTLET = (
    r"\b(?:whatsapp|newsletter|app|channel|group|podcast|account|journalism|social media|twitter|facebook)\b"
)
_SECTION = (
    r"(?:home|news|sports?|what[’']s on|opinion|comment|jobs|politics|business|culture|lifestyle|life|travel"
    r"|video|more|uk|world|money|tech|weather|contact|about(?: me| us)?|menu|search|sign in)"
)

_PRESS = r"(?:news|journalism|reporting|reporters)"
_EMBEDDED = (
    r"(?:[\w-]+ ){0,3}(?:content|material|posts?|cookies|elements)\b[^.]{0,60}"
    r"\b(?:provided|hosted|supplied|loaded|embedded|from|by|of)\b.{0,200}"
)
_SHARES = r"(?:endorse|reflect|represent|share|agree with|support|those of)"
_WRITERS = r"(?:contributors?|authors?|writers?|columnists?|bloggers?|guests?|commenters?)"
_DESK = (
    r"(?:our|the) (?:[\w-]+ ){0,2}(?:news ?desk|newsroom|news team|reporters?|picture desk|letters (?:desk"
    r"|page|editor)|editor)"
)
_SHARE_WITH_US = (
    r"(?:(?:share|tell us) (?:about )?your (?:story|stories|experiences?|views)|(?:e-?mail|contact|message"
    r"|get in touch with|write to) us)"
)
_FOR_PRINT = r"(?:photo(?:graph)?s?|pictures?|images?|video|footage|case stud(?:y|ies)|interviews?|b-roll)"
_IN_PRINT = r"(?:(?:buy|pick up) (?:your|a copy)|(?:see|in|get) (?:(?:this|next) week|\w+day)[’']s)"
_HOUR = r"\d{1,2}(?:[:.]\d\d)? ?[ap]m"
_COUNT = r"\d[\d,.]*k?"
_ONWARDS = r"(?:help|let[’']s|will you|can you|add your|(?:our |next )?(?:goal|target))"
_OF_OURS = r"\b(?:story|article|this programme)"
_LENT = (
    r"(?:family|police|council|supplied|submitted|contributed)(?: (?:handout|photo(?:graph)?|picture|image))"
)
_ITS_OWN = r"(?-i:(?:[A-Z][\w’'-]+ ){1,2}(?:News|Media|Images|Pictures|TV|Library))"
_SHOWS = r"(?-i:An?|The|Two|Three|Four|Five|Six|Several|Some|People|Aerial|Exterior|Inside)"

# Why a line is left out, and the lines it is said of: whole lines, of pages in general.
LINES: dict[str, re.Pattern[str]] = {
    "A date or time of the page.": one_of(r"""
        (?:(?:jan|febr)uary|march|april|may|june|july|august|(?:septem|octo|novem|decem)ber) (?:19|20)\d\d
    """),
    ANOTHER_STORY: one_of(rf"""
        (?:read|see|learn|find out|view|click)(?: (?:more|also|next|here|now|on))+(?:\W{{0,4}}|\s*[:>|–—-].*)
        (?:read|see|find out|view|click)(?: (?:more|also|next|here))+\b[^.!?]{{0,140}}
        read (?:more of|the (?:most recent|latest|full)|all) .{{0,80}}\b(?:here|articles?|author)\b.{{0,99}}
        (?:more(?: (?:on|from|like)(?: this)?)?|in other news|live|topics|tags?|category)\s*[:>|].*
        (?:filed under|categories)\s*[:>|].*
        (?:(?-i:p)|pg|page)\.? ?\d{{1,3}}\b(?! of\b)(?:\s{{2,}}|\s?\W\s|\s(?-i:[A-Z]))[^.!]{{2,100}}
        [^.!]{{3,80}}?(?:\s?\W)?\s(?:p|pg|page|pages)\.? ?\d{{1,3}}(?:[-–]\d{{1,3}})?
        [^.!]{{3,100}}?\s?(?:\.{{4,}}|…|(?:\s\.){{3,}})\s?\d{{1,3}}
        (?:related{STORIES}|also read|see also|don[’']t miss|watch|listen)\s*[:>|].*
        (?:https?://|www\.)\S+
        to (?:sign|read|watch|view|join)\b.{{0,160}}\b(?:visit|click|go to|see)\b.{{0,200}}
        (?:for|read) (?:more|the full story)\b[^.!?]{{0,50}}\b{_IN_PRINT}\b.{{0,60}}
        to [^.!?]{{3,80}}, you (?:must|need to|have to) (?:be )?(?:log|sign)(?:ged|ned)? ?in\b.{{0,60}}
        (?:[01]\d|2[0-3]):[0-5]\d (?-i:NEW )?(?-i:[A-Z“‘"]).{{5,120}}(?<![.!?:,])
        for more (?:stories|news|articles)\b.{{0,80}} | read (?:the|our) [^.!?]{{2,80}} (?:here|in full)\W*
    """),
    "An advertisement.": one_of(r"""
        (?:promoted|sponsored|advertorial|paid for)(?: by .{2,40})?\s*[:|].{0,160}
        (?:hide ad ?)?(?:advert(?:isement|ising)?)?(?:hide ad)?
        \W*(?:advert(?:isement|ising)?|sponsored(?: content)?|promoted(?: stories)?|ad)\W*
        \W*paid(?: post| content| partnership)\W*(?:by .*)?
        (?:(?:the|this|your|our) )?(?:article|story|content) (?:continues|resumes) (?:below|after|under).*
        (?:this|the|your) ad(?:vert|vertisement)?\b[^.]{0,30}(?:not|n[’']t|is|be|to) load(?:ed|ing)?\b.{0,160}
        advert(?:isement)?\W+(?:scroll|continue|article|story|content)\b.{0,80}
        continue reading(?: below)?.* | scroll (?:down|on) .{0,60}
        .{0,140}\bt&cs? apply\W* | .{3,200} (?:partner|sponsored|paid|promoted) content
        .{0,160}[.!] (?:book a (?:demo|test drive|viewing)|shop now|order (?:now|yours)|free trial)\W*
        .{0,99}\b(?:no deposit|free delivery|\d% off|half[- ]price)\b.{0,60}\bcall [\d ]{9,14}
        .{0,99}(?:£\d|\d% off|half[- ]price).{0,60}\bends (?:\w+day|soon|today|tomorrow)!
        .{0,160}\b(?:fewer|without|no) (?:ads|adverts)\b.{0,60}\b(?:subscri|read|view|brows|site).*
        .{0,160}\bad[- ](?:lite|light|free)\b.{0,40}\b(?:subscri|experience|read|version|membership|pass).*
        did you know (?:that )?(?:you can|with|as|our|an?)\b.{0,120}\bsubscri(?:bers?|ption|bing|be)\b.{0,160}
    """),
    "A caption or credit.": one_of(rf"""
        (?:sorry,? )?(?:this|the) {_PICTURE}\b.{{0,40}}\b(?:available|supported|loading|removed)\b.{{0,40}}
        [\[(]?{_PICTURE}(?: by| credits?| sources?| captions?)?\s*[:|,©].* | {_PICTURE}
        (?:this|the) (?:{_PICTURE} )?(?:content|{_PICTURE}|player|clip)\b.{{0,40}}\bunavailable\b.{{0,90}}
        \(?{_PICTURE} (?:by|courtesy of) .{{2,60}} | ©.*
        \(?{_AGENCY}(?:\s*[/,].{{0,50}}| graphics?| archive)?\)? | source\s*:\s*{_AGENCY}.{{0,40}}
        \([^()/]{{3,50}}/ ?{_AGENCY}\) | .{{10,370}} [-–] (?-i:{NAME})/ ?{_AGENCY}
        {_PICTURE} (?-i:{NAME})(?: [^.!?]{{10,200}}\w)?
        .{{3,400}}(?-i:Image (?:source|copyright)), .{{2,60}}
        \(?(?:media )?(?:caption|credits?|copyright)\s*[:|,©].*
        .{{3,200}}\s(?:{_PICTURE}|credit)\s*:\s*{_AGENCY}\b.{{0,30}}
        .{{3,200}}[.!?)”’"']\s(?:{_PICTURE}|credit)\s*:\s*[^.?!]{{2,50}}
        .{{3,200}}[a-z’'”)](?-i:Credit): ?[^.?!]{{2,50}}
        (?:[\w&’'-]+ ){{1,4}}logo(?: [\w&’'-]+){{0,2}}
        (?:image|media|video|picture) (?:caption|copyright|source)\b.* | \[cid:[^\]]{{0,120}}\]
        .{{3,160}}\((?:{_PICTURE}|credit|source)\s*:.{{1,80}}\)
        (?:[^.!?/]{{2,40}}/ ?)?(?:{_AGENCY}|bbc|{_LENT}|{_ITS_OWN}) {_SHOWS} [^.!?:;]{{10,200}}\w
    """),
    SHARED: one_of(rf"""
        share or comment on this (?:article|story|page)\b.{{0,240}}
        (?:share|save|tweet|follow)(?: (?:this|on|by|via|with|us|me|article|story|page|post|{PLACES}))*\W*
        {PLACES}(?:[\s,|/•·]+{PLACES})*\W* | (?:link )?copied(?: to clipboard)?\W*
        (?:sign up|subscribe|register|log in|become a (?:member|subscriber)|have your say)\b.{{0,240}}
        (?:join|follow|download|support) (?:us|our|the|me)\b.{{0,160}}{_OUTLET}.{{0,160}}
        (?:listen|watch|tune in|catch up)\b[^.!?]{{0,80}}\b(?:podcast|episode|show|video)\b[^.!?]{{0,80}}
        (?:have you (?:heard|seen)|want (?:an?|all|the|more|to \w+))\b.{{0,80}}(?:\?|podcast).{{0,160}}
        (?:get|keep) in touch\b.{{0,60}}\b(?:news|editor|desk|e-?mail)\w*\b.{{0,80}}
        before commenting\b.{{0,160}} | if you (?:see|spot|find) an? (?:comment|error|mistake)\b.{{0,160}}
        for (?:the price of|as little as)\b.{{0,200}}\b(?:month|week|year|support|help)\b.{{0,200}}
        .{{0,200}}: subscribe\W* | (?:and )?(?:live |visit )?(?:.{{0,30}} )?on freeview \d.*
        watch more of our videos\b.*
        .{{10,200}}[.?!] (?:subscribe|sign up|register|donate|join us) (?:today|now|here|for|to)\b.{{0,120}}
        (?:.{{0,160}}[.?!,] )?(?:follow|like|find) (?:us|me|[A-Z@]).{{0,80}} on .{{0,60}}\b{PLACES}\b.*
        sign (?:the|our|this|my) petition\W*(?:[:|–—-].{{2,120}})?
        {_COUNT} (?:[a-z]+ )?(?:have|has) (?:now |already )?signed(?: so far)?\W+{_ONWARDS}\b.{{0,80}}
        {_COUNT} (?:signatures?|(?:have )?signed)(?: so far)?\W*(?:(?:out )?of (?:our )?{_COUNT}\W*)?
        {_COUNT} (?:out )?of (?:our )?{_COUNT} signatures\W* | (?:our )?(?:goal|target):? {_COUNT}\b.{{0,30}}
        (?:help us|let[’']s) (?:reach|get to|hit) {_COUNT}(?: signatures| names| supporters)?\W*
        (?:what do you think\? )?send (?:us )?(?:your )?(?:letters?|views) .{{0,80}}(?:@|\bwords\b).{{0,80}}
        \W{{0,3}}[^.?!]{{10,120}}\? (?:e-?mail|write to|text|ring|call) (?:us|our|the|\S+@\S+)\b.{{0,160}}
        what do you think\b[^?]{{0,99}}\?.{{0,40}}\b(?:your say|comment|let us know|tell us|e-?mail).{{0,99}}
        (?:(?:online|reader|readers[’']|quick|our) )?(?:poll|vote|survey|quiz)\s*[:|–—-].{{2,160}}\?
        get involved with the news\b.{{0,60}} | (?:do you have|got) a story\b.{{0,160}}
        \W{{0,3}}(?:e-?mail|send) (?:us )?your (?:views|letters|stories|comments)\b.{{0,160}}
        .{{0,120}}\bsign up (?:to|for)\b.{{0,60}}\b(?:e-?mails?|newsletters?|briefings?|alerts)\b.{{0,60}}
        (?:and )?if you .{{0,120}}\b(?:donations?|donate|supporters? here|sponsor(?:ed|ing)?)\b.{{0,200}}
        if you have anything to share\b.{{0,250}}
        get (?:the|our|all the|more) (?:latest|inside track|news|best|top|daily|big)\b.{{0,200}}
        (?:what do you think\?? )?(?:have your say|tell us|let us know)\b.{{0,160}}
        do you (?:think|agree|live|know)\b.{{2,200}}\b(?:let us know|comments?|your say|e-?mail)\b.{{0,80}}
        (?:please )?(?:add|leave|post) (?:a|your) comments?\b.{{0,160}} | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
        (?:quality|independent|our) journalism\b.{{0,200}}
        (?:make|give) an? (?:contribution|donation)\b.{{0,80}}
        do you have an opinion on\b.{{0,300}} | .{{0,80}}\ba (?:small|quick) favour to ask\b.{{0,300}}
        since you[’']re here\b.{{0,200}} | from as little as £.{{0,30}}\b(?:you|support|subscri)\b.{{0,120}}
        more than [\d,.]+ (?:readers|subscribers) (?:now |already )?(?:support|fund|back|pay)\b.{{0,200}}
        already a (?:subscriber|member)\?.{{0,80}} | to (?:continue|keep|carry on) reading\b.{{0,160}}
        (?:enjoy|get|unlock) (?:unlimited|full)\b.{{0,160}} | you have .{{0,20}}articles? (?:left|remaining).*
        you have read \d.{{0,80}}
        (?:the rest of )?this (?:article|story|page) is .{{0,20}}\b(?:for|to) .{{0,30}}\bsubscribers\b.*
        (?:.{{0,120}}\W)?cancel any ?time\W* | never miss a (?:story|thing|beat)\b.{{0,160}}
        (?:do|did|have|are|were|was) (?:you|your)\b.{{2,200}}\?.{{0,60}}\b{_DESK}\b.{{0,160}}
        (?:please )?(?:ring|call|phone|text|contact|message|write to) {_DESK}\b.{{0,160}}
        (?:have|are|were|did) you\b.{{2,160}}\?.{{0,60}}\b{_SHARE_WITH_US}\b.{{0,200}}
        (?:if you(?: have|[’']ve)?|have you) (?:been|are) affected by.{{0,90}}{_OF_OURS}\b.*
        if you[’']?(?:d| would) like to (?:submit|send|write)\b.{{0,160}}\b(?:publication|{_DESK})\b.{{0,160}}
        (?:send|submit|e-?mail) (?:us )?(?:a|your) letters?\b.{{0,160}}\b(?:publication|{_DESK})\b.{{0,160}}
        (?:free )?(?:daily|weekly) (?:newsletter|e-?mail|briefing)
        (?:thank you|thanks) for (?:reading|subscribing|supporting)\b.{{0,160}}\b(?:subscri|support).*
        .{{0,80}}\breader-(?:supported|funded|owned)\b.{{0,200}} | (?:.{{0,60}}\bin )?my bookmarks\b.{{0,200}}
        you can find this (?:story|article)\b.{{0,200}} | (?:story|article) saved\W*
        (?:support|fund) (?:(?:quality|local|independent|community|trusted|our),? )+{_PRESS}\b.{{0,300}}
        (?:type|enter|insert|add) (?:your )?(?:e-?mail|name|message|postcode)\b.{{0,60}}
        (?:[^.!?]{{3,120}}[.!?] )?your (?:donation|contribution|subscription)s? (?:help|keep|fund|allow)s?\b.*
        [^.!?]{{3,100}}\bleaving a comment (?:below|here)\b.{{0,120}}
        (?:please )?check your e-?mail for\b.{{0,80}}
        (?:more|news|updates)\b[^.!?]{{0,60}}\b(?:at|on) (?:www\.|https?://|twitter|facebook|@)\S*.{{0,80}}
        after newsletter promotion | [^.!?]{{0,120}}\b(?:readers|supporters) like you\b.{{0,160}}
        \[ ?(?=.{{0,240}}\b(?:donate|subscribe|join us|chip in|give £?\d|support (?:us|our))\b).{{3,250}}\]
        .{{0,250}}\b(?:click|tap|go) (?:here|below|online) to (?:join|donate|support|subscribe|become)\b.*
        .{{0,250}}\bbecome an? (?:[\w-]+ )?(?:member|supporter|subscriber|patron) (?:today|now|here|from)\b.*
        [^.!?]{{3,120}}\? we(?:[’']ve| have)? got you(?: covered)?\W*
        [^.!?]{{3,120}}\breaders\b[^.!?]{{0,60}}[.!] (?:explore|discover|browse|find|check|see)\b.{{0,200}}
        .{{0,80}}\b(?:whatsapp (?:group|channel|community)|newsletter(?! #?\d))\b[^.]{{0,120}}\.?
    """),
    "It says where the text was printed.": one_of(r"""
        (?:i (?:recently )?wrote )?(?:this|my)(?: [\w’'-]+){0,3} (?:article|column|piece)\b[^.!?]{0,160}:
        here(?:[’']s| is)(?: [\w’'-]+){1,4} (?:article|column|piece)\b[^.!?]{0,160}:
        this (?:article|column|piece|blog)(?: (?:was|also|first|originally))* (?:appear|publish)ed\b.{0,120}
        (?:this|the following) (?:is|was) (?:an?|the|my|one of) .{2,60}\b(?:published|printed) in\b.{0,120}
        .{3,50}[’']s (?:latest |weekly |monthly |regular )?column (?:in|for) .{3,60}
        (?:.{3,50}[’']s|her|his|this) (?:[a-z]+ )?column (?:appears|returns|will (?:return|appear))\b.{0,99}
        (?:first|originally|also|as) (?:published|appeared|printed|featured) (?:in|on|by)\b.{0,120}
        (?:this (?:article|story|page|post) is )?more than \d+ (?:years?|months?) old\W*
        this (?:article|story|page|post) is .{0,12}\d+ (?:years?|months?) old\W*
    """),
    BYLINE: one_of(r"""
        by (?:[\w’'-]+ ){0,3}(?:reporters?|correspondents?|newsdesk|newsroom|staff)
        (?:posted |published )?by (?:the )?(?:web ?)?(?:admin\w*|editor|webmaster|team|news ?desk|news ?room)
    """),
    "A note on the page itself.": one_of(r"""
        this (?:[a-z]+ ){0,2}(?:was|is) published under (?:the|an?) .{2,80} (?:government|administration)
        (?:this|the) (?:article|story|page|headline)\b.{0,30}\b(?:was|has been) (?:\w+ )?amended\b.{0,300}
        this (?:article|story|page|post) (?:was|has been) (?:\w+ )?(?:corrected|updated|edited)\b.{0,300}
        an earlier version of this\b.{0,300} | (?:correction|clarification|editor[’']s note)\s*[:(].{0,300}
        (?:thanks|thank you) for (?:joining|following|being with|watching|sticking with)\b.{0,160}
        we(?:[’']re| are) (?:ending|closing|pausing|wrapping up) (?:our|this|the)\b.{0,120}
        that[’']s (?:all|it) (?:from us|for (?:today|now|tonight))\b.{0,120}
        you can (?:read|find|watch|follow) (?:our|the|more|all)\b[^.!?]{0,100}\b(?:here|below)\W*
    """),
    "A notice on cookies or terms.": one_of(rf"""
        this (?:web)?site is (?:only )?(?:intended |meant )?(?:only )?for .{{3,50}}\bprofessionals?\b.{{0,20}}
        (?:this|the|our) (?:site|form|page) is protected by (?:re)?captcha\b.{{0,200}}
        this content is provided by\b.{{0,300}} | (?:allow|accept|agree) (?:all )?and continue
        we (?:value|respect|care about) your privacy\b.{{0,80}} | your privacy(?:,| is|:) .{{2,60}}
        (?:allow|enable|load|unblock) [^.!?]{{0,60}}\b(?:content|posts?|videos?|cookies)\b[^.!]{{0,60}}
        (?:this|the) (?:article|page|story|post|section) (?:includes|contains|uses|may load) {_EMBEDDED}
        we (?:ask|need) (?:for )?your (?:permission|consent)\b.{{0,200}}
        to (?:view|see|show you|watch|load) this (?:content|post|video|tweet|map)\b.{{0,240}}
        this (?:web)?site (?:is|was) (?:\w+ )?(?:funded|paid for|maintained|hosted|run|managed)\b.{{0,300}}
        your e-?mail address will (?:not |never )?be (?:published|shared|used)\b.* | required fields .{{0,60}}
        leave (?:a|your) (?:reply|response|comment)\W* | cancel reply
        we (?:and our .{{1,30}} )?use (?:cookies|your (?:data|sign-up)).{{0,300}}
        (?:this|our) (?:web)?site uses cookies.* | cookies on\b.{{0,40}}
        by (?:signing up|subscribing|continuing|clicking)\b.{{0,300}}
        (?:\[ ?x?\]|[☐☑□]) ?(?:yes|I|tick|send)\b.{{3,300}}
        .{{3,80}} (?:may|will) use your (?:contact )?(?:details|data) to (?:keep|contact|send|tell)\b.*
        .{{0,200}}[.,] (?:please )?(?:see|read) our privacy (?:policy|notice)\W*
        .{{0,160}}\byou can unsubscribe\b.{{0,60}}
        (?:privacy (?:notice|policy)|terms (?:and|of))\b.{{0,300}}
        (?:accept all|reject all|cookie (?:policy|settings)|manage (?:cookies|preferences|consent))\b.{{0,80}}
        (?:accept|reject|allow|view|refuse)\b.{{0,30}}\bcookies?
        your (?:data|information|e-?mail)(?: address)? will be used.{{0,300}} | invalid e-?mail.{{0,60}}
        (?:(?:please|try) )*(?:refresh|reload)(?:ing)? (?:the|this|your) (?:page|site|browser)\b.{{0,200}}
        (?:please |you (?:must|need to|have to) (?:be )?)(?:log|sign)(?:ged|ned)? in\b.{{0,160}}
        your session (?:has|will|is about)\b.{{0,120}}
        something went wrong.{{0,120}} | sorry, there was an error.{{0,60}}
        thank(?:s| you) for (?:subscribing|signing up)\b.*
        .{{0,80}}all rights reserved.{{0,80}} | (?:website|site|page) (?:by|designed by|built by) .{{2,60}}
        (?:the|these|any) (?:views|opinions) expressed\b.{{0,200}}
        [^.]{{2,80}}\b(?:does|do) not necessarily {_SHARES}\b[^.]{{0,80}}\b{_WRITERS}\b[^.]{{0,80}}\.?
        (?:views|opinions|articles|posts|columns)\b[^.]{{0,80}}\bnot necessarily {_SHARES}\b.{{0,160}}
        this (?:web)?site and (?:its )?associated newspapers\b.{{0,300}} | if you have a complaint\b.{{0,300}}
        (?:(?:printed|published|hosted)\b[,\w ]{{0,30}} )?promoted by .{{3,80}} on behalf of .{{3,160}}
    """),
    "A count or a button of the page.": one_of(rf"""
        (?:\(?(?:[\d.,]+k?|no)\)?\s*)?(?:comments?|shares?|views|likes|reactions|replies|votes)\W*(?:\(?[\d.,]+k?\)?)?
        (?:is|was) this (?:page|article|answer|information) (?:useful|helpful)\??
        report a problem\b.{{0,40}} | is there anything wrong with this page\??
        statement (?:uin\b.{{0,20}}|from) | (?:linked|written) statements? | part of: .{{2,80}}
        this statement has (?:also )?been made in .{{2,60}}
        (?:last )?(?:updated|published|modified|posted|from|(?:written )?by)\W*
        report this comment | print this page
        \w[\w’' &-]{{0,30}}(?: [>»›] \w[\w’' &:,?!-]{{0,80}})+
        \w[\w’' &-]{{0,30}}(?: / \w[\w’' &-]{{0,30}}){{2,}}
        \d+ ?min(?:ute)?s? read | reading time.{{0,20}}
        (?:(?:skip|jump)(?: directly| straight)? to (?:the )?(?:main )?(?:content|navigation|article|text))+
        \W{{0,3}}(?:previous|prev|next|older|newer)(?: (?:posts?|articles?|story|page))?\s*[:→»>|].{{0,160}}
        (?:view|show|post|add|leave|read|hide)(?: all| a| your| the)?(?: \d+)? comments?
        (?:site )?search(?: (?:this|the|our) (?:web ?)?site)?
        [\w’' &-]{{3,50}} {_HOUR} ?[-–] ?{_HOUR} | like this\W* | like loading\W* | loading\W*
        in this (?:issue|edition)\s*[:|–—-].*
        loading (?:audio|video|player)\W* | no (?:comments|replies)(?: yet)?\W*
        home\s*[/>»›|]\s*(?:\n[^\n]{{1,200}})+
        (?:the )?(?:official )?(?:blog|web ?site|home ?page) of(?: (?-i:{NAME}),?(?: MP)?\b.{{0,40}})?
        (?:back to )?(?:top|bottom) of (?:the )?page | back to (?:the )?(?:index|list|news|home|blog)\W*
        (?:[a-z]+ )?archives?(?: for)?\s*[:|]\s*\S.{{0,60}}
        menu | home | news | politics | opinion | comment | back(?: to top)?\W* | close | exclusive | live
        (?:{_SECTION}\b[ |•·/]*){{3,}}
        comments?:? (?:our |the )?(?:rules|guidelines|policy) | log ?(?:in|out) | register | report
        .{{0,60}}\bcharity (?:register )?(?:no|number)\b.{{0,30}}
        %d bloggers like this.{{0,20}}
        .{{0,60}}\bmay contact you (?:about|with|by|via)\b.{{0,160}}
        we (?:want|welcome|encourage|moderate|ask)\b.{{0,20}}\b(?:comments?|discussion|readers)\b.{{0,240}}
        .{{0,60}}\b(?:encourages?|values?) (?:your|readers?)[’']? (?:comments?|discussion)\b.{{0,99}}
        (?:\d{{4}} )?(?:[a-z]+ ){{0,2}}news(?:paper|brand| ?site| website) of the year\b.{{0,20}}
        \W*(?:contact|about|advertise with) us\W*
        breaking(?: news)? | editor[’']s picks? | latest | next | previous | print
    """),
    ASKED: one_of(r"""
        (?:question:? )?to ask (?:the|his|her) .{3,300}
        q(?:uestion)?\W{0,2}\d{0,2}\s*[:.)]\s.{3,300}\?
    """),
    "A note to whoever sends it.": one_of(r"""
        \(?(?:word ?count|word limit)\b.{0,80}
        \[(?!(?:image|photo|picture|video|pictured)\b)[^\[\]]*(?:[a-z]+ ){2,}[^\[\]]*(?<!\.)\]
    """),
    "Where the office is reached.": one_of(r"""
        (?=[^.!?]*\b(?:office|house of commons|mp)\b)(?=.*(?:\btel(?:ephone)?\b|www\.|@)).{10,200}[^.!?]
        [^.!?]{3,90}\bMP,[^!?]{4,140}\b(?:tel|telephone|phone)\b[:.]? ?.{5,80}
    """),
    "A separator.": one_of(r"[\W_]+ | [-–—_*·. ]{6,}(?:page )?\d{1,3}[-–—_*·. ]{4,}"),
    "A note for journalists.": one_of(rf"""
        [A-Z][^.!?()]{{2,80}} \((?:\w+ )?(?:lead|snap|nightlead|writethru|substitute)\b[^()]{{0,60}}\)
        \W*ends?\W* | mfl? | \W*more (?:follows|to (?:follow|come))\W*
        \W*(?:press|media|news) (?:release|statement)(?:\W+for immediate release)?\W*
        (?:[\w-]+ )?{_FOR_PRINT}(?:(?:,|\sand|\s&)\s{_FOR_PRINT})*(?:\s*:| (?:are )?(?:available|attached)).*
        for immediate release.{{0,60}}
        embargo(?:ed)?\b.{{0,80}} | not for (?:publication|circulation|onward transmission)\b.{{0,40}}
        for (?:internal use|information) only\b.{{0,80}} | for immediate use
        do not (?:forward|circulate|share)\W*
        \W*check against delivery\W* | \W{{0,3}}ends(?: here)?\W{{0,3}}
        (?:press|media) (?:contact|enquiries|office)\b.{{0,160}}
        e-?mail [^.!?]{{0,40}}(?:news ?desk|press office|press team)\b.{{0,160}}
        for (?:more|further) (?:information|details),? (?:please )?(?:contact|call|e-?mail|visit)\b.{{0,200}}
    """),
}  # fmt: skip
