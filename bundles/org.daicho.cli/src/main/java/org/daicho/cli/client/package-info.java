/**
 * Talking to a running system over its REST API.
 */
package org.daicho.cli.client;
