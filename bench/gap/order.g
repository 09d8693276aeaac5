# Prints the order of the group with the generators `images` (lists of the images of 1, 2, ...), then `rounds` times in
# nanoseconds: each that of a new group from the same permutations to its proved order.
generators := List( images, PermList );;
Size( Group( generators ) );;
durations := [];;
for round in [ 1 .. rounds ] do
    start := NanosecondsSinceEpoch();
    order := Size( Group( generators ) );
    Add( durations, NanosecondsSinceEpoch() - start );
od;
Print( order, "\n" );
for duration in durations do
    Print( duration, "\n" );
od;
QUIT;
