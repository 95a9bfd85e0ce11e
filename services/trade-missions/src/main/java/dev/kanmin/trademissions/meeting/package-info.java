/** The aggregate meeting plan: who meets whom at a mission, when, where and with whose help. */
@NullMarked
package dev.kanmin.trademissions.meeting;

import org.jspecify.annotations.NullMarked;
