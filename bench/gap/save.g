# Saves a workspace with the character table library loaded to the file `target`.
LoadPackage( "ctbllib" : OnlyNeeded );;
SaveWorkspace( target );
QUIT;
