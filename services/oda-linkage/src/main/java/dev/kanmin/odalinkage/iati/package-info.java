/**
 * Reading, checking, keeping and writing activities in the form of the <a
 * href="https://iatistandard.org/en/iati-standard/203/activity-standard/">IATI activity
 * standard</a>; plain Java, no knowledge of HTTP, stores or events.
 *
 * <ul>
 *   <li>{@link dev.kanmin.odalinkage.iati.IatiReader}: {@code new IatiReader(ReadLimits.STANDARD,
 *       codeLists, clock).read(input, handler)} streams a file of any size and hands over one
 *       {@link dev.kanmin.odalinkage.iati.ActivityOutcome} per activity: {@code Accepted} (tree,
 *       typed activity, content hash, warnings) or {@code Rejected} (faults). It never throws
 *       because of what is in the file; the {@link dev.kanmin.odalinkage.iati.FileOutcome} it
 *       returns says what was wrong with the file itself.
 *   <li>{@link dev.kanmin.odalinkage.iati.IatiElement}: the lossless tree of one activity. {@link
 *       dev.kanmin.odalinkage.iati.CompactForm} turns it into lists and strings that JSON and BSON
 *       can hold and back; {@link dev.kanmin.odalinkage.iati.ContentHash} is equal exactly when the
 *       content is.
 *   <li>{@link dev.kanmin.odalinkage.iati.IatiActivity}: the typed view, {@code
 *       IatiActivity.of(tree)}.
 *   <li>{@link dev.kanmin.odalinkage.iati.ActivityBuilder}: from typed parts to a tree in schema
 *       order, for activities that officers enter.
 *   <li>{@link dev.kanmin.odalinkage.iati.IatiValidator}: the reader's checks for a tree that did
 *       not come from a file.
 *   <li>{@link dev.kanmin.odalinkage.iati.IatiWriter}: streams trees as one 2.03 file which reads
 *       back unchanged.
 *   <li>{@link dev.kanmin.odalinkage.iati.IatiCodeLists}: the port through which codes are looked
 *       up.
 *   <li>{@link dev.kanmin.odalinkage.iati.RecipientSplit}: how money is divided among countries and
 *       sectors.
 * </ul>
 */
@NullMarked
package dev.kanmin.odalinkage.iati;

import org.jspecify.annotations.NullMarked;
