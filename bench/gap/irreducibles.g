# Prints the degrees of the irreducible characters of the group with the generators `images` (lists of the images of
# 1, 2, ...), on one line, ascending. `method` says how GAP gets them:
#   "dixon":      IrrDixonSchneider, whatever GAP knows or finds out about the group;
#   "plain":      Irr, as it comes;
#   "recognised": Irr, after GAP was asked whether the group is a natural symmetric group.
# No table is taken from the character table library. The packages are those that GAP asks for on the way.
LoadPackage( "transgrp" : OnlyNeeded );;
LoadPackage( "smallgrp" : OnlyNeeded );;
group := Group( List( images, PermList ) );;
if method = "dixon" then
    irreducibles := IrrDixonSchneider( group );;
else
    if method = "recognised" then
        IsNaturalSymmetricGroup( group );;
    fi;
    irreducibles := Irr( group );;
fi;
degrees := List( irreducibles, character -> character[1] );;
Sort( degrees );
SizeScreen( [ 4096, 100 ] );;
Print( JoinStringsWithSeparator( List( degrees, String ), " " ), "\n" );
QUIT;
