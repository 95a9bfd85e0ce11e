package dev.kanmin.odalinkage.activity;

import dev.kanmin.odalinkage.iati.CompactForm;
import dev.kanmin.odalinkage.iati.ContentHash;
import dev.kanmin.odalinkage.iati.IatiActivity;
import dev.kanmin.odalinkage.iati.IatiElement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of an activity, whole: every element, narrative and extension, in the form of
 * IATI 2.03.
 *
 * @param tree the {@code iati-activity} in its {@linkplain CompactForm compact form}; empty where
 *     it was not read because a list does not need it
 * @param contentHash {@link ContentHash} of the tree
 */
public record Report(List<Object> tree, String contentHash) {

  /** Before the first report. */
  static final Report NONE = new Report(List.of(), "");

  public Report(@Nullable List<Object> tree, String contentHash) {
    this.tree = tree == null ? List.of() : tree;
    this.contentHash = contentHash;
  }

  public static Report of(IatiElement tree) {
    return new Report(CompactForm.of(tree), ContentHash.of(tree));
  }

  /** The tree. */
  public IatiElement element() {
    return CompactForm.read(tree);
  }

  /** The tree, typed. */
  public IatiActivity typed() {
    return IatiActivity.of(element());
  }
}
