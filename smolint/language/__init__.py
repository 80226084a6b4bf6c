"""Sentences, words, language and readability of plain text, in French and English; knows no drafts."""
