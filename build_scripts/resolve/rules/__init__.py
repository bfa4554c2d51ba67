"""The rules that no schema can say. One rule, one file; its docstring is what must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ...model.corpus import Corpus
from ...model.problem import Problem
from . import (
    actors_are_used,
    addresses_are_public,
    chains_are_used,
    chains_have_one_read_hop,
    changes_compare_like_with_like,
    changes_of_stance_are_judged,
    conditions_are_stated,
    conflicts_stay_unconfirmed,
    copies_are_related,
    dates_have_a_basis,
    dates_precede_publication,
    editions_are_untouched,
    former_ids_are_free,
    hops_are_complete,
    languages_are_meant,
    letters_can_be_printed,
    marks_are_earned,
    orders_agree_with_dates,
    passages_are_in_the_capture,
    presumed_sources_are_unnamed,
    prose_keeps_to_the_subset,
    questions_are_tracked_once,
    quotes_are_translated,
    receipts_fit_their_texts,
    relations_join_two_records,
    released_names_stay,
    released_records_stay,
    terms_are_translated_as_fixed,
    titles_have_words,
    translations_are_current,
)

Rule = Callable[[Corpus], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    hops_are_complete.check,
    chains_have_one_read_hop.check,
    chains_are_used.check,
    presumed_sources_are_unnamed.check,
    dates_have_a_basis.check,
    dates_precede_publication.check,
    passages_are_in_the_capture.check,
    receipts_fit_their_texts.check,
    copies_are_related.check,
    quotes_are_translated.check,
    translations_are_current.check,
    terms_are_translated_as_fixed.check,
    titles_have_words.check,
    addresses_are_public.check,
    languages_are_meant.check,
    marks_are_earned.check,
    letters_can_be_printed.check,
    prose_keeps_to_the_subset.check,
    conditions_are_stated.check,
    questions_are_tracked_once.check,
    changes_compare_like_with_like.check,
    changes_of_stance_are_judged.check,
    conflicts_stay_unconfirmed.check,
    relations_join_two_records.check,
    orders_agree_with_dates.check,
    editions_are_untouched.check,
    released_records_stay.check,
    released_names_stay.check,
    former_ids_are_free.check,
    actors_are_used.check,
)
"""Every rule, in the order in which an editor would ask."""
