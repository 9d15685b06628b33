/** What joins the ports of this module with its engines. */
@org.jspecify.annotations.NullMarked
package io.salesops.territory.service;
