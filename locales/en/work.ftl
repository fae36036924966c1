### The frame of the work screens: the register, the figures, the check of press texts.

work-nav = Sections
work-register = Register
work-figures = Figures
work-explore = Analysis
work-check = Check a text
work-series = Denominators
work-releases = Releases
work-console = Console
work-skip = To the content
work-no-right = You may not see this
work-no-right-detail = { $what } is not open to your role ({ $role }). Nothing is wrong, and nothing was changed.
work-no-right-do = If you need it for your work, ask the administrator for the right.
work-nowhere = There is no such page
work-nowhere-do = Check the address, or choose a section above.
work-signed-out = You have been signed out
work-signed-out-detail = Sign in again to go on. What you had begun is kept in this browser, except what is sealed.
work-slow = Still loading. The server may be busy.
