/** Directory: who is who, companies and counterparts, offices and contact persons. */
@NullMarked
package dev.kanmin.directory;

import org.jspecify.annotations.NullMarked;
