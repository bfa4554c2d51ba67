"""Words that tell of speaking: what stands beside speech, and between the parts of one that is broken by an aside."""

from __future__ import annotations

import re

_RUSSIAN_STEMS = (
    "сказ|говор|заяв|объяв|отмет|отмеч|подчерк|подчёрк|сообщ|добав|поясн|объясн|ответ|отвеча|напомн|напомин|утвержд|"
    "указа|указыва|замет|замеч|написа|пиш|воскликн|спрос|спраш|предупре|призв|призыв|счита|уточн|рассказ|пообещ|обеща|"
    "назва|называ|призна|продолж|повтор|настаива|процитир|цитиру|констатир|заключи|подытож|резюмир|возраз|возмут|"
    "согласи|подели|посетова|поинтересов|уверя|заверя|завери|отреза|париров|крикн|закрича|прошепта|перебил|"
    "вмешал|докла|проинформ|прокомментир|комментир|оцени|посоветов|потребова|сету|подтверд|опроверг|отверг"
)
_UKRAINIAN = (
    "сказа|каж|заяви|зазнача|зазначи|наголоси|наголошу|дода|повідоми|повідомля|відпові|поясни|розпові|підкресли|вважа|"
    "запевни|уточни|нагада|написа"
)
_ENGLISH = (
    "said|says|saying|told|tells|added|adds|stated|states|declared|declares|asked|asks|replied|replies|wrote|writes|"
    "warned|warns|noted|notes|announced|announces|called|calls|insisted|insists|stressed|stresses|explained|explains|"
    "argued|argues|recalled|continued|concluded|answered|acknowledged|admitted|claimed|claims|commented|remarked|"
    "reported|confirmed|denied|observed|quipped|joked|repeated|urged|vowed|pledged|promised|shouted|whispered"
)
_FOREIGN = (
    "sagte|sagt|erklärte|betonte|meinte|ergänzte|fügte|antwortete|schrieb|"
    "dit|disait|déclaré|déclare|affirmé|affirme|ajouté|ajoute|expliqué|explique|précisé|précise|souligné|souligne|"
    "répondu|répond|indiqué|écrit|dijo|dice|afirmó|aseguró|declaró|añadió|señaló|explicó|respondió|escribió|"
    "disse|dichiarato|detto|aggiunto|spiegato|sottolineato|affermato|"
    "powiedział\\w*|oświadczył\\w*|dodał\\w*|podkreślił\\w*|stwierdził\\w*|"
    "dice|spiega|spiegano|afferma|sottolinea|disse|afirmou|declarou|dijeron|poursuit|confie|"
    "dedi|söyledi|belirtti|ekledi|açıkladı|diyen|sade|sa|säger|menar|berättar|tycker|sagde|siger|fortæller|sier|forteller|"
    "sanoi|sanoo|mondta|mondja|közölte|řekl|řekla|uvedl|uvedla|dodal|dodala"
)
_GESTURES = (
    "покача|кивн|пожа[лт]|махну|улыбн|усмехн|вздохн|засме|рассме|сме|пошут|шут|помолча|помедл|"
    "нахмур|задума|хмыкн|буркн|протяну|развё|разве|всплесн|оглянул|покрасне|вспыхн|перебива|оберну"
)

_FINITE = "(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ёт|ит|ут|ют|ат|ят|ется|ётся|ится|ются|ятся|утся)"
"""Endings of the third person: «заявил», «говорит»; not «заявление», «говорим», «говорить»."""

RUSSIAN_VERB = (
    rf"\b(?:(?:{_RUSSIAN_STEMS})\w*{_FINITE}|(?:{_UKRAINIAN})(?:в|вся|ла|ли|ло|є|е|ють|уть|ить|ять)|отверг|опроверг|"
    r"(?:уверен|убежд[её]н)[аы]?)\b"
)
FOREIGN_VERB = rf"\b(?:{_FOREIGN})\b"
OTHER_VERB = rf"\b(?:{_ENGLISH}|{_FOREIGN})\b"
GESTURE = rf"\b(?:(?:{_GESTURES})\w*{_FINITE}|paused|sighed|laughed|smiled|nodded|shrugged|grinned|chuckled)\b"

DEED = (
    r"(?:[а-яёіїєґ]{2,}(?:л|ла|ли|лся|лась|лись|ет|ёт|ит|ют|ут|ят|ется|ётся|ится|ются|ятся|ються|ається|аў|іў|ыў)|"
    r"[a-ząćęłńóśźż]{2,}ł[ao]?)\b"
)
"""What looks like a verb in the third person by its ending alone, in the languages that show it."""

SPEAKING = (
    rf"(?:\b(?:{_RUSSIAN_STEMS}|{_UKRAINIAN})\w*|{OTHER_VERB}|"
    r"\b(?:по (?:его|её|ее|их) словам|по словам|according to)\b)"
)
"""A regular expression, to be compiled without regard to case."""

PERSON = re.compile(
    r"\b(?:я|меня|мне|мной|мы|нас|нам|нами|мо[йяюеёи]|моего|моей|моих|наш\w{0,3}|вы|вас|вам|вами|ваш\w{0,3}|ты|тебя|тебе|"
    r"je|nous|vous|yo|nosotros|ми|нам|вам|ja|my|nie\s+wiem|ich|wir|noi|biz|siz)\b",
    re.IGNORECASE,
)
"""Who speaks says «I» and «you»: a sign of speech where a language prints it behind dashes or labels."""
ENGLISH_PERSON = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Yy]our|[Mm]y)\b")
