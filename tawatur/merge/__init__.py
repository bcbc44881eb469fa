"""What many reports say together: copies, origins, happenings, stances, grades and who is said to hold which place.

Everything here is pure: it takes frozen values and gives frozen values. `tawatur.ledger` stores them and asks for what is near.
"""
