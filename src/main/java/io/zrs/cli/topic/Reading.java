package io.zrs.cli.topic;

import io.zrs.model.TopicName;

/** One topic in one report. */
record Reading(TopicName topic, Figures figures) {}
