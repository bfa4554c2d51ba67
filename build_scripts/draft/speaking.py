"""Words that tell of speaking, in Russian and English: what stands beside a quotation and seldom beside a name."""

from __future__ import annotations

_RUSSIAN_STEMS = (
    "сказа|говор|заяв|объяв|отмет|отмеч|подчерк|подчёрк|сообщ|добав|поясн|объясн|ответ|отвеча|напомн|напомин|утвержд|"
    "указа|указыва|замет|замеч|написа|пиш|воскликн|спрос|спраш|предупре|призв|призыв|счита|уточн|рассказ|пообещ|обеща|"
    "назва|называ|призна|продолж|повтор|настаива|процитир|цитиру"
)
_ENGLISH = (
    "said|says|saying|told|tells|added|adds|stated|states|declared|asked|replied|wrote|writes|warned|noted|announced|"
    "called|insisted|stressed|explained|argued"
)

SPEAKING = rf"\b(?:(?:{_RUSSIAN_STEMS})\w*|(?:{_ENGLISH})\b|по (?:его|её|ее|их) словам\b|according to\b)"
"""A regular expression, to be compiled without regard to case."""
