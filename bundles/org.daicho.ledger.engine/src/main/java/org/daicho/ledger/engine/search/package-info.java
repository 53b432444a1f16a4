/**
 * The terms under which entries are found, none of which tells what it stands for.
 */
package org.daicho.ledger.engine.search;
