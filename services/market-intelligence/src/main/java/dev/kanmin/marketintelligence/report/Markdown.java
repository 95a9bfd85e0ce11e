package dev.kanmin.marketintelligence.report;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Markdown that is safe to show: HTML stands there as it was written, links lead to web and mail
 * addresses alone, and images, which would tell a third party who reads, become their words.
 */
final class Markdown {
  private static final int DEEPEST_BLOCKS = 20;

  private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(DEEPEST_BLOCKS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .escapeHtml(true)
          .sanitizeUrls(true)
          .urlSanitizer(new DefaultUrlSanitizer(List.of("http", "https", "mailto")))
          .build();

  private Markdown() {}

  static String html(String markdown) {
    Node document = PARSER.parse(markdown);
    document.accept(new WithoutImages());
    return RENDERER.render(document);
  }

  private static final class WithoutImages extends AbstractVisitor {
    @Override
    public void visit(Image image) {
      List<Node> words = new ArrayList<>();
      for (Node child = image.getFirstChild(); child != null; child = child.getNext()) {
        words.add(child);
      }
      words.forEach(
          word -> {
            image.insertBefore(word);
            word.accept(this);
          });
      image.unlink();
    }
  }
}
