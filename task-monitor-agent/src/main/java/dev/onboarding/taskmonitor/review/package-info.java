/// The tool that reviews late tasks: it reads them page by page and hands them to what decides. It
/// reads all or fails, because a review that silently stops would leave somebody unreminded.
@NullMarked
package dev.onboarding.taskmonitor.review;

import org.jspecify.annotations.NullMarked;
