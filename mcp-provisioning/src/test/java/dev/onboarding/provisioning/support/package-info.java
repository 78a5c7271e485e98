/// What several tests of this module stand on: a broker to program, a database, decisions to sign.
/// Apart from the tests, so that each of them shows only what it is about.
@NullMarked
package dev.onboarding.provisioning.support;

import org.jspecify.annotations.NullMarked;
