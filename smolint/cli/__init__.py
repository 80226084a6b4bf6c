"""The command line: one file for each sub-command, printing only here and in reporters."""
