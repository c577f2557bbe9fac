"""People join a place's team by invitation, change roles, hand over and leave.

`inviting`, `accepting` and `changing` hold the verbs, `rights` who may do what, `views` the pages.
"""
