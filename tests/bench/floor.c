/* The physical floor: read every YAML file named on standard input, let libyaml see all its events, write `count`
   pages of `size` bytes, each in a folder of its own. Nothing that builds a site out of these files can be faster. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <yaml.h>

static int parse(const char *path) {
    FILE *file = fopen(path, "rb");
    yaml_parser_t parser;
    yaml_event_t event;
    int is_end = 0;
    if (!file || !yaml_parser_initialize(&parser)) return 0;
    yaml_parser_set_input_file(&parser, file);
    while (!is_end) {
        if (!yaml_parser_parse(&parser, &event)) return 0;
        is_end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    fclose(file);
    return 1;
}

static int write_page(const char *folder, long number, const char *page, size_t size) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%ld", folder, number);
    if (mkdir(path, 0777)) return 0;
    strncat(path, "/index.html", sizeof path - strlen(path) - 1);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(page, 1, size, file) != size) return 0;
    return !fclose(file);
}

int main(int argc, char **argv) {
    char line[4096];
    if (argc != 4 || mkdir(argv[1], 0777)) return 2;
    long count = atol(argv[2]);
    size_t size = (size_t)atol(argv[3]);
    char *page = malloc(size);
    memset(page, 'x', size);
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        if (!parse(line)) return 1;
    }
    for (long number = 0; number < count; number++)
        if (!write_page(argv[1], number, page, size)) return 1;
    return 0;
}
