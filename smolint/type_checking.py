"""`TYPE_CHECKING`, which type checkers take for true by its name wherever it comes from.

Importing typing for it would take as long as 30 of smolint's modules. What is imported for every draft takes it from
here, and what it needs of typing behind it.
"""

TYPE_CHECKING = False
