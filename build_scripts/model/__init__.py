"""The nouns of Spravka: frozen values that know where they were written. Imports nothing of ours from outside."""
