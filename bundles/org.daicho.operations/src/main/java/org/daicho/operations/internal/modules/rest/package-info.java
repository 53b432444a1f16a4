/**
 * The modules under {@code /api/modules}.
 */
package org.daicho.operations.internal.modules.rest;
