"""A monkey: it uses a program at random, by a seed, and reports what it breaks with the shortest way to break it again.

`moves` says what can be done on a page, `experience` what has been tried and what to try next, `making` turns it into a
step of `simulator/testing/script`. A `Life` begins clean and carries out steps, a `Judge` says what went wrong;
`exploring` lives several, `shrinking` makes a failing sequence short by living parts of it again.
"""
