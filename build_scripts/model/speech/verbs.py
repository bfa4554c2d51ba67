"""Words that tell of speaking: what stands beside speech, and between the parts of one that is broken by an aside."""

from __future__ import annotations

_RUSSIAN_STEMS = (
    "сказ|говор|заяв|объяв|отмет|отмеч|подчерк|подчёрк|сообщ|добав|поясн|объясн|ответ|отвеча|напомн|напомин|утвержд|"
    "указа|указыва|замет|замеч|написа|пиш|воскликн|спрос|спраш|предупре|призв|призыв|счита|уточн|рассказ|пообещ|обеща|"
    "назва|называ|призна|продолж|повтор|настаива|процитир|цитиру|констатир|заключи|подытож|резюмир|возраз|возмут|"
    "согласи|подели|посетова|поинтересов|уверя|заверя|завери|отреза|париров|крикн|закрича|прошепта|перебил|"
    "вмешал|докла|проинформ|прокомментир|комментир|оцени|посоветов|потребова|сету|подтверд|опроверг|отверг"
)
_UKRAINIAN = "сказав|сказала|заявив|заявила|зазначи|наголоси|дода[вл]|повідоми|відпові|пояснив|пояснила"
_ENGLISH = (
    "said|says|saying|told|tells|added|adds|stated|states|declared|declares|asked|asks|replied|replies|wrote|writes|"
    "warned|warns|noted|notes|announced|announces|called|calls|insisted|insists|stressed|stresses|explained|explains|"
    "argued|argues|recalled|continued|concluded|answered|acknowledged|admitted|claimed|claims|commented|remarked|"
    "reported|confirmed|denied|observed|quipped|joked|repeated|urged|vowed|pledged|promised|shouted|whispered"
)
_OTHERS = (
    "sagte|sagt|erklärte|betonte|meinte|ergänzte|fügte|antwortete|schrieb|"
    "dit|disait|déclaré|déclare|affirmé|affirme|ajouté|ajoute|expliqué|explique|précisé|précise|souligné|souligne|"
    "répondu|répond|indiqué|écrit|dijo|dice|afirmó|aseguró|declaró|añadió|señaló|explicó|respondió|escribió|"
    "disse|dichiarato|detto|aggiunto|spiegato|sottolineato|affermato|"
    "powiedział\\w*|oświadczył\\w*|dodał\\w*|podkreślił\\w*|stwierdził\\w*|"
    "dedi|söyledi|belirtti|ekledi|açıkladı|diyen|sade|säger|sagde|siger"
)
_GESTURES = (
    "покача|кивн|пожа[лт]|махну|улыбн|усмехн|вздохн|засме|рассме|сме|пошут|шут|помолча|помедл|"
    "нахмур|задума|хмыкн|буркн|протяну|развё|разве|всплесн|оглянул|покрасне|вспыхн|перебива|оберну"
)

_FINITE = "(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ёт|ит|ут|ют|ат|ят|ется|ётся|ится|ются|ятся|утся)"
"""Endings of the third person: «заявил», «говорит»; not «заявление», «говорим», «говорить»."""

RUSSIAN_VERB = rf"\b(?:(?:{_RUSSIAN_STEMS})\w*{_FINITE}|(?:{_UKRAINIAN})\w*|отверг|опроверг|уверен[аы]?)\b"
OTHER_VERB = rf"\b(?:{_ENGLISH}|{_OTHERS})\b"
GESTURE = rf"\b(?:{_GESTURES})\w*{_FINITE}\b"

SPEAKING = (
    rf"(?:\b(?:{_RUSSIAN_STEMS}|{_UKRAINIAN})\w*|{OTHER_VERB}|"
    r"\b(?:по (?:его|её|ее|их) словам|по словам|according to)\b)"
)
"""A regular expression, to be compiled without regard to case."""
