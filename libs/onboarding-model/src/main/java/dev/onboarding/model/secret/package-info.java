/// How a secret is given to a server and how it is exchanged while the server runs. One way for all
/// of them, so that whoever rotates one knows how to rotate the next, and none needs a restart.
@NullMarked
package dev.onboarding.model.secret;

import org.jspecify.annotations.NullMarked;
