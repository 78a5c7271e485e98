/// The append-only record of every tool call: who called what, when, and with which outcome. A row
/// is complete before the answer is sent, so that no call can be made unseen.
@NullMarked
package dev.onboarding.edge.audit;

import org.jspecify.annotations.NullMarked;
