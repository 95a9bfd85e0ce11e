/** Offices (担当課・在外事務所) of agencies, and how one hands its open work over to another. */
@NullMarked
package dev.kanmin.directory.office;

import org.jspecify.annotations.NullMarked;
