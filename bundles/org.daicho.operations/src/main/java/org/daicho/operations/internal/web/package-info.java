/**
 * What the servlets of operations share.
 */
package org.daicho.operations.internal.web;
