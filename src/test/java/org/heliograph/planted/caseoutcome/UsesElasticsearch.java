package org.heliograph.planted.caseoutcome;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

/** Only search speaks to Elasticsearch. */
public record UsesElasticsearch(ElasticsearchClient client) {}
