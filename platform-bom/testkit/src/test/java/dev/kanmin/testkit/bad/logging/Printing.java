package dev.kanmin.testkit.bad.logging;

public final class Printing {
  private Printing() {}

  public static void say(String text) {
    System.out.println(text);
  }
}
