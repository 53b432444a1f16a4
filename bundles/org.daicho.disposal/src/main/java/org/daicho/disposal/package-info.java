/**
 * The words of chapter 3 that several chapters speak: methods after which nothing can be restored, and the kinds of medium
 * that they do it to. A plain library: each chapter that disposes of something embeds it, whether chapter 3 is there or
 * not.
 */
package org.daicho.disposal;
