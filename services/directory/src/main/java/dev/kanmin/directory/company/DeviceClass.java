package dev.kanmin.directory.company;

import dev.kanmin.codes.Coded;

/** Class of a medical device in Japan. Labels stand in the code list {@code device-classes}. */
public enum DeviceClass implements Coded {
  I,
  II,
  III,
  IV;

  /** As the Act writes it. */
  @Override
  public String code() {
    return name();
  }
}
