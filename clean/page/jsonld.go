package page

import (
	"encoding/json"
	"html"
	"maps"
	"path"
	"slices"
	"strings"
)

// linkedData returns the things that a JSON-LD script describes: each object
// that has a type, and the objects in it, outer ones first. A script that is
// not quite JSON is mended; one that is not JSON at all describes nothing.
func linkedData(script string) []Thing {
	var value any
	decoder := json.NewDecoder(strings.NewReader(script))
	if decoder.Decode(&value) != nil {
		value = nil
		if json.Unmarshal(mend(script), &value) != nil {
			return nil
		}
	}
	return things(nil, value)
}

// things appends the things in a value to list.
func things(list []Thing, value any) []Thing {
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			list = things(list, element)
		}
	case map[string]any:
		if types := texts(v["@type"]); len(types) > 0 {
			list = append(list, thing(types, v))
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			list = things(list, v[key])
		}
	}
	return list
}

// thing reads an object that has types.
func thing(types []string, object map[string]any) Thing {
	for i := range types {
		types[i] = path.Base(types[i])
	}
	first := func(keys ...string) string {
		for _, key := range keys {
			if t := texts(object[key]); len(t) > 0 {
				return t[0]
			}
		}
		return ""
	}
	return Thing{
		Types:       types,
		Name:        first("name"),
		Headline:    first("headline"),
		Body:        first("articleBody", "text", "reviewBody"),
		Description: first("description"),
		Authors:     append(texts(object["author"]), texts(object["creator"])...),
		Published:   first("datePublished", "dateCreated"),
		Modified:    first("dateModified"),
		URL:         first("url", "mainEntityOfPage"),
		Publisher:   first("publisher"),
	}
}

// texts returns the texts in a value: itself, the name or address of an
// object, or those of each element of a list. Pages escape them for HTML as
// often as not.
func texts(value any) []string {
	switch v := value.(type) {
	case string:
		if t := strings.TrimSpace(html.UnescapeString(v)); t != "" {
			return []string{t}
		}
	case map[string]any:
		for _, key := range []string{"name", "@value", "@id"} {
			if t, ok := v[key].(string); ok {
				return texts(t)
			}
		}
	case []any:
		var list []string
		for _, element := range v {
			if _, nested := element.([]any); !nested {
				list = append(list, texts(element)...)
			}
		}
		return list
	}
	return nil
}
