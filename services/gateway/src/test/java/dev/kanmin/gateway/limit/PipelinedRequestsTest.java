package dev.kanmin.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipelinedRequestsTest {
  private static final int MOST = 3;

  private final EmbeddedChannel connection = new EmbeddedChannel(new PipelinedRequests(MOST));

  @AfterEach
  void close() {
    connection.finishAndReleaseAll();
  }

  private void ask(int first, int last, byte... body) {
    IntStream.rangeClosed(first, last)
        .forEach(
            number ->
                connection.writeInbound(
                    new DefaultFullHttpRequest(
                        HttpVersion.HTTP_1_1,
                        HttpMethod.GET,
                        "/" + number,
                        Unpooled.wrappedBuffer(body))));
  }

  /** Which requests were begun since it was last asked. */
  private List<String> begun() {
    List<String> begun = new ArrayList<>();
    FullHttpRequest request = connection.readInbound();
    while (request != null) {
      begun.add(request.uri());
      request.release();
      request = connection.readInbound();
    }
    return begun;
  }

  private void write() {
    connection.write(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
  }

  private String send() {
    write();
    connection.flush();
    connection.runPendingTasks();
    FullHttpResponse answer = connection.readOutbound();
    String ends = answer.headers().get("connection", "");
    answer.release();
    return ends;
  }

  @Test
  void the_next_request_is_begun_when_the_answer_to_the_one_before_has_gone() {
    ask(1, 3);
    assertThat(begun()).containsExactly("/1");

    write();
    connection.runPendingTasks();
    assertThat(begun()).as("while nobody takes the answer").isEmpty();

    connection.flush();
    connection.runPendingTasks();
    assertThat(begun()).containsExactly("/2");
  }

  @Test
  void what_is_too_much_is_never_begun_and_the_last_answer_says_so() {
    ask(1, 10);
    List<String> begun = new ArrayList<>(begun());
    for (int answer = 0; answer < MOST; answer++) {
      assertThat(send()).isEmpty();
      begun.addAll(begun());
    }
    assertThat(send()).isEqualTo("close");

    assertThat(begun).containsExactly("/1", "/2", "/3", "/4");
    assertThat(connection.isActive()).isFalse();
  }

  @Test
  void whoever_waits_for_answers_may_ask_for_ever() {
    for (int number = 1; number <= 3 * MOST; number++) {
      ask(number, number);
      assertThat(begun()).containsExactly("/" + number);
      assertThat(send()).isEmpty();
    }
    assertThat(connection.isActive()).isTrue();
  }

  @Test
  void bodies_that_wait_are_bounded() {
    ask(1, 3, new byte[200 * 1024]);

    assertThat(begun()).containsExactly("/1");
    send();
    assertThat(begun()).containsExactly("/2");
    assertThat(send()).isEqualTo("close");
    assertThat(connection.isActive()).isFalse();
  }
}
