/** Trade missions: organised encounters (派遣・招聘・商談会等) and the companies that apply to them. */
@NullMarked
package dev.kanmin.trademissions;

import org.jspecify.annotations.NullMarked;
