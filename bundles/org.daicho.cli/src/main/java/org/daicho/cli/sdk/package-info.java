/**
 * What a stranger's chapter is built with, and the chapter that it begins as.
 */
package org.daicho.cli.sdk;
