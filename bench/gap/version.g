# Prints the version of GAP, and whether the character table library is there.
Print( GAPInfo.Version, "\n" );
Print( TestPackageAvailability( "ctbllib" ) <> fail, "\n" );
QUIT;
