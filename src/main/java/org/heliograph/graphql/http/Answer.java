package org.heliograph.graphql.http;

/** A response, before its caching is decided. */
record Answer(int status, ResponseMedia media, byte[] body, boolean hasErrors) {}
