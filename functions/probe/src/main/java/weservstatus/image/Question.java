package weservstatus.image;

import weservstatus.check.ImageRequest;
import weservstatus.check.TestPicture;

/** A picture asked for, as one dialect understands it. */
record Question(ImageRequest request, TestPicture source, Dialect dialect) {}
