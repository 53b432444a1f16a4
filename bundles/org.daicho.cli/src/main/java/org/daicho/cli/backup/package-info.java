/**
 * Taking backups of a running system, and restoring them.
 */
package org.daicho.cli.backup;
