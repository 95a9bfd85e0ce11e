@NullMarked
package dev.kanmin.local.mailbox;

import org.jspecify.annotations.NullMarked;
