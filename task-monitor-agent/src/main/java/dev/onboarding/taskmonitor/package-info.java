/// The agent that establishes which onboarding tasks are late and who must hear of it. It sends
/// nothing itself: it stands alone so that who is reminded can be asked at any time without anybody
/// being disturbed.
@NullMarked
package dev.onboarding.taskmonitor;

import org.jspecify.annotations.NullMarked;
