/**
 * The embedded database of a council, encrypted at rest, as a {@link javax.sql.DataSource} service.
 *
 * <p>
 * Nobody implements or calls anything in here: consumers take {@code javax.sql.DataSource} with the filter
 * {@code (daicho.database=derby)}; the ledger
 * provider takes its backups through {@code org.daicho.ledger.system.DatabaseBackup}. Nothing is exported, neither of this bundle nor of the Derby and HikariCP it embeds.
 *
 * <h2>What lies where</h2>
 * <ul>
 * <li>{@code DATA/database}: the database, a folder only its owner enters</li>
 * <li>{@code DATA/database.lock}: held while the database is open, so that a second process is refused</li>
 * <li>{@code DATA/database.creating}: only during the first start; whatever a killed first start left in it is thrown
 * away, for nothing was acknowledged from it</li>
 * <li>{@code DATA/log/derby.log}: Derby's own log</li>
 * <li>{@code KEYS/database.key}: the key, 256 bits as one line of 64 hexadecimal digits, mode 0600</li>
 * <li>{@code KEYS/database.key.next}: only where the key is to be changed</li>
 * </ul>
 *
 * <h2>Changing the key</h2>
 * <ol>
 * <li>Make a backup, and keep the present {@code database.key} with it: that backup opens with that key only.</li>
 * <li>Write the new key beside the old one, as its owner and with mode 0600, for instance
 * {@code (umask 077; openssl rand -hex 32 > KEYS/database.key.next)}.</li>
 * <li>Stop and start the system. Before the service appears the database is encrypted anew with that key, opened with
 * it once for trial, and then {@code database.key.next} takes the place of {@code database.key}
 * in one step.</li>
 * <li>That {@code database.key.next} is gone says that it is done.</li>
 * </ol>
 * Free space of about the size of the database is needed meanwhile. A start that is killed at any moment is simply
 * repeated: Derby takes an unfinished change back with the old key, and where the old key no longer opens the database
 * the new one is tried. Until the database has opened with the new key, the old key file is not touched. To call a
 * change off that has not begun, remove {@code database.key.next}. What was written under the old key, older backups
 * and what a disk keeps of deleted files, stays readable to whoever has that key.
 *
 * <h2>What the encryption does not do</h2>
 * Names and sizes of files stay visible, and AES in CBC mode does not notice a change by a stranger: that is the part
 * of the ledgers' own log. Where the keys lie on the same disk as the data (the default
 * {@code DATA/keys}) the encryption does not help against the theft of the whole disk.
 */
package org.daicho.datasource.derby;
