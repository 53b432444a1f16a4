/**
 * What a command tells a person who can act on it; every other package of the command line may refuse.
 */
package org.daicho.cli.refusal;
