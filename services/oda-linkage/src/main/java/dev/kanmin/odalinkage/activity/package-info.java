/**
 * Activities of development co-operation: reported in IATI files or entered by officers, advanced
 * along the steps of their scheme, and mapped to fields.
 *
 * <p>Start reading at {@link dev.kanmin.odalinkage.activity.ActivityCommand} and {@link
 * dev.kanmin.odalinkage.activity.ActivityEvent}, then {@code ActivityLifeCycle}, which says who may
 * do what, {@code ActivityDecider}, which has the rules, and {@code ActivityCard}.
 */
@NullMarked
package dev.kanmin.odalinkage.activity;

import org.jspecify.annotations.NullMarked;
